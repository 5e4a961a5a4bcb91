import type { PanelProps } from '../contracts/page/panel.js';
import FilesCard from './FilesCard.js';

/** 文件 of the contract and all its records. */
const FilesPanel = ({ contract }: PanelProps) => <FilesCard subjectType="contract" subjectId={contract.id} whole />;
export default FilesPanel;
